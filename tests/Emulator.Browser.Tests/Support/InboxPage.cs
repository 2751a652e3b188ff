using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace Emulator.Browser.Tests.Support;

/// <summary>The page as its user meets it.</summary>
public sealed class InboxPage(Chromium chromium)
{
    public IReadOnlyList<string> Bubbles => Texts("#messages .bubble");

    /// <summary>Gets the text of the first message; an empty inbox has an empty one.</summary>
    public string Newest => TextOf("#messages .bubble");

    public string Summary => TextOf("#summary");

    /// <summary>Gets the label, or else the text, of what has the focus.</summary>
    public string Focused => Run<string>(
        "const e = document.activeElement; return e.ariaLabel || e.labels?.[0]?.textContent.trim() || e.textContent.trim();");

    public bool IsShown(string selector) => Run<bool>("return document.querySelector(arguments[0])?.checkVisibility() ?? false;", selector);

    public string TextOf(string selector) => Run<string>("return document.querySelector(arguments[0])?.textContent ?? '';", selector);

    public IReadOnlyList<string> Texts(string selector) =>
        [.. Run<IEnumerable<object>>("return [...document.querySelectorAll(arguments[0])].map(e => e.textContent);", selector).Cast<string>()];

    public T Run<T>(string script, params object[] arguments) => (T)chromium.Driver.ExecuteScript(script, arguments)!;

    public void Click(string selector) => Click(() => chromium.Driver.FindElement(By.CssSelector(selector)));

    /// <summary>Replaces the content of a field by typing.</summary>
    public void Type(string selector, string text)
    {
        var field = chromium.Driver.FindElement(By.CssSelector(selector));
        field.SendKeys(Keys.Control + "a");
        field.SendKeys(text.Length == 0 ? Keys.Backspace : text);
    }

    /// <summary>Replaces the content of a field at once, as pasting does.</summary>
    public void Fill(string selector, string text) =>
        Run<object?>("const e = document.querySelector(arguments[0]); e.value = arguments[1]; e.dispatchEvent(new Event('input', { bubbles: true }));", selector, text);

    /// <summary>Chooses the option of that text.</summary>
    public void Choose(string selector, string text) =>
        Click(() => chromium.Driver.FindElement(By.CssSelector(selector)).FindElements(By.TagName("option")).Single(option => option.Text == text));

    public void Press(params string[] keys)
    {
        foreach (var key in keys)
            new Actions(chromium.Driver).SendKeys(key).Perform();
    }

    /// <summary>Presses Tab until the focus is on something of that label; fails after a hundred.</summary>
    public void TabTo(string label, bool backwards = false)
    {
        var seen = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var actions = new Actions(chromium.Driver);
            (backwards ? actions.KeyDown(Keys.Shift).SendKeys(Keys.Tab).KeyUp(Keys.Shift) : actions.SendKeys(Keys.Tab)).Perform();
            seen.Add(Focused);
            if (seen[^1].StartsWith(label, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"Tab does not reach {label}, but: {string.Join(" | ", seen.Distinct())}");
    }

    /// <summary>Chooses the language of the code that sends the message of the details again.</summary>
    public void ChooseLanguage(string language) =>
        Click(() => chromium.Driver.FindElements(By.CssSelector("#details .tabs button")).Single(tab => tab.Text == language));

    /// <summary>Chooses a kind of fault in the drawer, which is opened if it is not.</summary>
    public void ChooseFault(string name)
    {
        if (!IsShown("#faults"))
            Click("#open-faults");
        Click($"#kinds [aria-label='{name}']");
    }

    public async Task OpenDetailsAsync(int index = 0)
    {
        var id = Run<string>("return document.querySelectorAll('#messages > li')[arguments[0]].item.message_id;", index);
        Click($"#messages > li:nth-child({index + 1}) > button");
        await Soon.IsAsync(() => Run<string>("return document.getElementById('details').dataset.id ?? '';"), id);
        await Soon.HoldsAsync(() => IsShown("#details"));
    }

    /// <summary>Clicks what is there now: the page may redraw an element after it was found, when news of its message arrives, and a click on the old one does nothing.</summary>
    private static void Click(Func<IWebElement> find)
    {
        for (var isLast = false; ; isLast = true)
        {
            try
            {
                find().Click();
                return;
            }
            catch (StaleElementReferenceException) when (!isLast)
            {
                // Found again in the next round.
            }
        }
    }
}
