namespace Weir.Probing.Answers;

/// <summary>
/// One sign of a piece of software, and its weight: 1 a hint, 3 enough alone, 5 hardly found elsewhere.
/// </summary>
/// <param name="Weight">Added when the sign is there.</param>
/// <param name="Place">Where it is looked for.</param>
/// <param name="Name">The field's name, where the place is a field.</param>
/// <param name="Text">What is looked for.</param>
/// <param name="Number">The length or status looked for.</param>
internal sealed record Mark(int Weight, MarkPlace Place, string Name, string Text, int Number)
{
    public static Mark Body(string text, int weight = 5) => new(weight, MarkPlace.Body, "", text, 0);

    public static Mark WholeBody(string text, int weight = 2) => new(weight, MarkPlace.WholeBody, "", text, 0);

    public static Mark EmptyBody(int weight = 1) => WholeBody("", weight);

    public static Mark BodyWithout(string text, int weight = 1) => new(weight, MarkPlace.BodyWithout, "", text, 0);

    public static Mark Length(int bytes, int weight = 1) => new(weight, MarkPlace.Length, "", "", bytes);

    public static Mark Field(string name, string contains = "", int weight = 3)
        => new(weight, MarkPlace.Field, name, contains, 0);

    public static Mark Server(string product, int weight = 4) => new(weight, MarkPlace.Server, "Server", product, 0);

    public static Mark NoField(string name, int weight = 1) => new(weight, MarkPlace.NoField, name, "", 0);

    public static Mark Reason(string phrase, int weight = 2) => new(weight, MarkPlace.Reason, "", phrase, 0);

    public static Mark Status(int status, int weight = 0) => new(weight, MarkPlace.Status, "", "", status);

    /// <summary>The sign in words for a report.</summary>
    public override string ToString() => Place switch
    {
        MarkPlace.Body => $"the body has \"{Text}\"",
        MarkPlace.WholeBody => Text.Length == 0 ? "the body is empty" : $"the body is \"{Text}\"",
        MarkPlace.BodyWithout => $"the body lacks \"{Text}\"",
        MarkPlace.Length => $"the body has {Number} bytes",
        MarkPlace.Field => Text.Length == 0 ? $"there is a field {Name}" : $"{Name} has \"{Text}\"",
        MarkPlace.Server => $"Server is {Text}",
        MarkPlace.NoField => $"there is no field {Name}",
        MarkPlace.Reason => $"the reason phrase is \"{Text}\"",
        MarkPlace.Status => $"the status is {Number}",
    };
}
