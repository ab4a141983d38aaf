using CallIntake.Web.Commands;
using CallIntake.Web.Hosting;

// The command line decides: no command serves, the others do one thing and end. Exit codes: 0 done, 1 the work failed, 2 wrong use.
return await StartupErrors.RunAsync(() => CallIntakeCommand.RunAsync(args), Console.Error);
