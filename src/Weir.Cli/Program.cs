using Weir.Cli;
using Weir.Cli.Commands;
using Weir.Knowledge;

// The door. What Weir can do, in the order of its help; each command is a file in Commands/.
using var interruption = new Interruption();
var surroundings = Surroundings.OfThisProcess();
var door = new Door(
    surroundings,
    [
        DiagnoseCommand.Create(surroundings, () => KnowledgeBase.Shipped),
        CausesCommand.Create(surroundings, () => KnowledgeBase.Shipped),
        DemoCommand.Create(surroundings),
    ]);
return (int)await door.OpenAsync(args, interruption.Token);
