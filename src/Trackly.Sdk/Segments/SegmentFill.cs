namespace Trackly.Sdk;

/// <summary>Fills segments one character after the other, as a phone network does. No character is split over two.</summary>
/// <param name="alone">What the one segment of a short text holds.</param>
/// <param name="inSeries">What each of several holds; the rest says how they belong together.</param>
internal struct SegmentFill(int alone, int inSeries)
{
    private int _units;
    private int _full;
    private int _inLast;

    /// <param name="units">What the next character takes, at most two.</param>
    public void Add(int units)
    {
        _units += units;
        if (_inLast + units > inSeries)
        {
            _full++;
            _inLast = 0;
        }

        _inLast += units;
    }

    public readonly SmsSegmentEstimate ToEstimate(SmsEncoding encoding, IReadOnlyList<SmsUnicodeCharacter> forced)
    {
        var fitsAlone = _units <= alone;
        return new()
        {
            Encoding = encoding,
            Segments = _units == 0 ? 0 : fitsAlone ? 1 : _full + 1,
            Units = _units,
            UnitsPerSegment = fitsAlone ? alone : inSeries,
            UnitsLeft = _units == 0 ? 0 : fitsAlone ? alone - _units : inSeries - _inLast,
            ForcedUnicode = forced,
        };
    }
}
