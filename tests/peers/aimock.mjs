// Starts aimock (npm @copilotkit/aimock, MIT), an independent mock of many providers, on a free port of this machine.
// Prints the port; ends when its standard input does, so that it never outlives the test.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(process.argv[2]);
const { LLMock } = await import(pathToFileURL(require.resolve("@copilotkit/aimock")).href);

const mock = new LLMock({ port: 0, chunkSize: 5, host: "127.0.0.1" });
const text = process.argv[3];
const usage = { prompt_tokens: 21, completion_tokens: 8, total_tokens: 29 };
const failures = {
  "case bad-key": [401, "authentication_error", "invalid_api_key", "Incorrect API key provided"],
  "case forbidden": [403, "permission_error", "permission_denied", "Not allowed"],
  "case no-model": [404, "not_found_error", "model_not_found", "The model `nope` does not exist"],
  "case rate-limit": [429, "rate_limit_error", "rate_limit_exceeded", "Too many requests. Please try again in 3s."],
  "case overloaded": [503, "overloaded_error", "overloaded", "Overloaded"],
  "case broken": [500, "api_error", "internal_error", "Something went wrong"],
};
for (const [question, [status, type, code, message]] of Object.entries(failures)) {
  mock.onMessage(question, { error: { message, type, code }, status });
}
mock.onMessage("case length", { content: text, finishReason: "length", usage });
mock.onMessage("case cut", { content: text }, { truncateAfterChunks: 4, latency: 10 });
mock.onMessage("case whole", { content: text, usage });
await mock.start();
console.log(new URL(mock.url).port);
process.stdin.resume();
process.stdin.on("end", async () => {
  await mock.stop();
  process.exit(0);
});
