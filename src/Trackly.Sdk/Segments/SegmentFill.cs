namespace Trackly.Sdk;

/// <summary>Fills segments character by character, as a phone network does. No character is split across two segments.</summary>
/// <param name="alone">The capacity of a single segment, in units.</param>
/// <param name="inSeries">The capacity of each of several segments, in units. The rest of each segment holds the header that joins them.</param>
internal struct SegmentFill(int alone, int inSeries)
{
    private int _units;
    private int _full;
    private int _inLast;

    /// <param name="units">The units of the next character, at most two.</param>
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
