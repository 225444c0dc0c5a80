using Weir.Cli;

return (int)ExitCode.CouldNotCheck;
