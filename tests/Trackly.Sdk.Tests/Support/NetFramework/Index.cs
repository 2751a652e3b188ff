namespace System;

/// <summary>Lets the compiler index from the end of a list.</summary>
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
