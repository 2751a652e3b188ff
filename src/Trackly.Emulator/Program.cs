using Trackly.Emulator;

return await EmulatorCommand.InvokeAsync(args).ConfigureAwait(false);
