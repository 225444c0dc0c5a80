using Weir.Cli;
using Weir.Diagnosis;
using Weir.Knowledge;
using Weir.Probing;

#pragma warning disable RS0030
var began = TimeProvider.System.GetTimestamp();
if (!Target.TryParse(args[0], out var target, out var problem)) { Console.Error.WriteLine(problem); return 2; }

var look = new OutsideLook(new ProbeOptions(), TimeProvider.System, new Random());
var open = await look.LookAsync(target!, fact => { if (fact.Says.Length > 0) Console.Error.WriteLine($"  {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.00} {fact.Says}"); }, default);
var diagnosis = new Diagnoser(new Judge(KnowledgeBase.Shipped)).Conclude(open);
Console.WriteLine($"{diagnosis.Verdict} status={diagnosis.Status} scope={diagnosis.Scope} by={diagnosis.AnsweredBy} took={diagnosis.Took.TotalSeconds:0.00}");
foreach (var s in diagnosis.Failures) Console.WriteLine($"  FAIL {s}");
foreach (var c in diagnosis.Causes) Console.WriteLine($"  {c.Confidence:0.00} {c.Id} for={string.Join(",", c.For)} against={string.Join(",", c.Against)}");
foreach (var e in diagnosis.Evidence) Console.WriteLine($"  {e.Id} {e.Source} {e.Says}");
foreach (var e in diagnosis.Skipped) Console.WriteLine($"  skip {e}");
foreach (var e in diagnosis.Steps) Console.WriteLine($"  step {e.Helps} {e.Step}: {e.Because}");
foreach (var e in diagnosis.Next) Console.WriteLine($"  next {e}");
foreach (var e in diagnosis.Path) Console.WriteLine($"  path {e}");
return (int)ExitCode.Healthy;
