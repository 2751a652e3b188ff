using System.ComponentModel;
using System.Diagnostics;

namespace Trackly.Emulator;

/// <summary>Opens an address in the browser of the user.</summary>
internal static class Browser
{
    /// <returns>Whether something was started.</returns>
    public static bool TryOpen(Uri address)
    {
        try
        {
            using var process = OperatingSystem.IsMacOS() ? Process.Start("open", [address.AbsoluteUri])
                : OperatingSystem.IsLinux() ? Process.Start(new ProcessStartInfo("xdg-open", [address.AbsoluteUri]) { RedirectStandardError = true, RedirectStandardOutput = true })
                : Process.Start(new ProcessStartInfo(address.AbsoluteUri) { UseShellExecute = true });
            return true;
        }
        catch (Exception exception) when (exception is Win32Exception or FileNotFoundException)
        {
            return false;
        }
    }
}
