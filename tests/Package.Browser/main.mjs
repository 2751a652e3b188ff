// Runs the program in the folder of its build: node main.mjs FOLDER
import { pathToFileURL } from 'node:url';

const { dotnet } = await import(`${pathToFileURL(process.argv[2])}/wwwroot/_framework/dotnet.js`);
const { runMain } = await dotnet.create();
process.exit(await runMain());
