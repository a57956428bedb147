// Runs every call of `lib.rs` against a server, one line each. Arguments: the folder of the bindings, the server's URL.
const [, , bindings, server] = process.argv;
const client = require(bindings);
const calls = ["one", "pages", "silence", "refused", "echo", "broken"];
(async () => {
  for (const call of calls) {
    console.log(`${call}: ${await client[call](`${server}/${call}`)}`);
  }
  console.log(`gone: ${await client.broken("http://127.0.0.1:9")}`);
  process.exit(0);
})();
