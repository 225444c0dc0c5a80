namespace Weir.Tests;

public sealed class HouseTests
{
    [Fact]
    public void The_engine_does_not_know_AspNetCore()
        => Assert.DoesNotContain(
            typeof(global::Weir.Vocabulary.Failure).Assembly.GetReferencedAssemblies(),
            reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
}
