// Starts the circuit. A lost one is tried again every two seconds for as long as it takes: a console is never left showing old data.
Blazor.start({
  circuit: {
    reconnectionOptions: { maxRetries: 100_000, retryIntervalMilliseconds: attempt => (attempt === 0 ? 250 : 2000) },
  },
});
