using Weir.Cli;
using Weir.Cli.Commands;
using Weir.Knowledge;

// The door. What Weir can do, in the order of its help; each command is a file in Commands/.
using var interruption = new Interruption();
var surroundings = Surroundings.OfThisProcess();
var door = new Door(
    surroundings,
    [
        CausesCommand.Create(surroundings, () => KnowledgeBase.Shipped),
    ]);
return (int)await door.OpenAsync(args, interruption.Token);
