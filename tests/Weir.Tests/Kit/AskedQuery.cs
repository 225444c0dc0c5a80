using System.Buffers.Binary;
using System.Net;
using System.Text;

namespace Weir.Tests.Kit;

/// <summary>A query as the scripted server got it, taken apart without the code under test.</summary>
internal sealed record AskedQuery(byte[] Bytes, bool OverTcp, EndPoint? From = null)
{
    public ushort Id => BinaryPrimitives.ReadUInt16BigEndian(Bytes);

    public bool RecursionDesired => (Bytes[2] & 0x01) != 0;

    public bool CheckingDisabled => (Bytes[3] & 0x10) != 0;

    public bool HasEdns => Bytes[11] != 0;

    /// <summary>The question section: name, type, class.</summary>
    public byte[] QuestionBytes => Bytes[12..(NameEnd + 4)];

    public ushort Type => BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(NameEnd));

    public string Name
    {
        get
        {
            var labels = new List<string>();
            for (var at = 12; Bytes[at] != 0; at += Bytes[at] + 1)
            {
                labels.Add(Encoding.ASCII.GetString(Bytes, at + 1, Bytes[at]));
            }

            return string.Join('.', labels);
        }
    }

    private int NameEnd
    {
        get
        {
            var at = 12;
            while (Bytes[at] != 0)
            {
                at += Bytes[at] + 1;
            }

            return at + 1;
        }
    }
}
