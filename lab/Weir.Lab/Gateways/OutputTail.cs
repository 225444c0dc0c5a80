using System.Diagnostics;

namespace Weir.Lab.Gateways;

/// <summary>The last lines that a program wrote, read all the time so that it never waits for a reader.</summary>
internal sealed class OutputTail
{
    /// <summary>Lines kept: more than any of the gateways writes before it gives up.</summary>
    private const int Most = 200;

    private readonly Queue<string> _lines = new();
    private readonly Lock _lock = new();

    public OutputTail(Process process)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Text
    {
        get
        {
            lock (_lock)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    private void Add(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_lock)
        {
            _lines.Enqueue(line);
            if (_lines.Count > Most)
            {
                _lines.Dequeue();
            }
        }
    }
}
