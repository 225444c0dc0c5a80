namespace Weir.Http1;

/// <summary>Reads one field line into the table (RFC 9112 section 5); puts right what has one reading.</summary>
internal ref struct FieldLine(Span<byte> bytes, FieldTable table, int maxFields, bool strict)
{
    private readonly Span<byte> _bytes = bytes;

    /// <summary>What was put right.</summary>
    public Ugliness Ugly { get; private set; }

    /// <summary>Where the problem lies, from the start of the section.</summary>
    public int ProblemAt { get; private set; }

    /// <summary>Reads the line from <paramref name="start"/> to <paramref name="end"/>, its end cut off.</summary>
    public HeadProblem? Read(int start, int end)
        => Octets.IsBlank(_bytes[start]) ? ReadFold(start, end) : ReadField(start, end);

    private HeadProblem? ReadField(int start, int end)
    {
        if (table.Count == maxFields)
        {
            return Refuse(HeadProblem.TooManyFields, start);
        }

        var colon = _bytes[start..end].IndexOf((byte)':');
        if (colon < 0)
        {
            return Refuse(HeadProblem.MissingColon, start);
        }

        var nameLength = colon;
        if (ReadName(start, ref nameLength) is { } problem)
        {
            return problem;
        }

        var (valueStart, valueEnd) = (start + colon + 1, end);
        if (CleanValue(ref valueStart, ref valueEnd) is { } unclean)
        {
            return unclean;
        }

        table.Add(start, nameLength, valueStart, valueEnd - valueStart);
        return null;
    }

    private HeadProblem? ReadName(int start, ref int length)
    {
        var name = _bytes.Slice(start, length);
        var bad = name.IndexOfAnyExcept(Octets.Token);
        if (bad < 0 && length > 0)
        {
            return null;
        }

        if (bad <= 0 || name[bad..].ContainsAnyExcept(Octets.Space, Octets.Tab))
        {
            return Refuse(HeadProblem.BadFieldName, start + Math.Max(bad, 0));
        }

        if (strict)
        {
            return Refuse(HeadProblem.SpaceBeforeColon, start + bad);
        }

        length = bad;
        Ugly |= Ugliness.SpaceBeforeColon;
        return null;
    }

    private HeadProblem? ReadFold(int start, int end)
    {
        if (table.Count == 0)
        {
            return Refuse(HeadProblem.LeadingWhitespace, start);
        }

        if (strict)
        {
            return Refuse(HeadProblem.FoldedLine, start);
        }

        if (CleanValue(ref start, ref end) is { } problem)
        {
            return problem;
        }

        table.Extend(start, end - start);
        Ugly |= Ugliness.FoldedLine;
        return null;
    }

    private HeadProblem? CleanValue(ref int start, ref int end)
    {
        if (CleanControls(start, end) is { } problem)
        {
            return problem;
        }

        while (start < end && Octets.IsBlank(_bytes[start]))
        {
            start++;
        }

        while (end > start && Octets.IsBlank(_bytes[end - 1]))
        {
            end--;
        }

        return null;
    }

    private HeadProblem? CleanControls(int start, int end)
    {
        int found;
        while ((found = _bytes[start..end].IndexOfAny(Octets.Control)) >= 0)
        {
            start += found;
            var control = _bytes[start];
            if (control == Octets.CarriageReturn)
            {
                return Refuse(HeadProblem.BareCarriageReturn, start);
            }

            // NUL ends the value for readers in C and not for others: two readings.
            if (strict || control == 0)
            {
                return Refuse(HeadProblem.ControlByte, start);
            }

            _bytes[start] = Octets.Space;
            Ugly |= Ugliness.ControlByte;
        }

        return null;
    }

    private HeadProblem Refuse(HeadProblem problem, int position)
    {
        ProblemAt = position;
        return problem;
    }
}
