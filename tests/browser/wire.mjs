// Answers in the providers' wire formats, written here by hand from their documentation. `parts` are pieces of text.
import { pause } from "./lib.mjs";

const sse = (events, end = "\n\n") => events.map((one) => one + end).join("");

/** Anthropic's Messages API. */
export const anthropic = (parts, { stop = "end_turn", ping = true } = {}) => {
  const event = (name, data) => `event: ${name}\ndata: ${JSON.stringify({ type: name, ...data })}`;
  return [
    event("message_start", {
      message: { id: "msg_1", role: "assistant", content: [], usage: { input_tokens: 812, output_tokens: 1 } },
    }),
    event("content_block_start", { index: 0, content_block: { type: "text", text: "" } }),
    ...(ping ? [event("ping", {})] : []),
    ...parts.map((text) => event("content_block_delta", { index: 0, delta: { type: "text_delta", text } })),
    event("content_block_stop", { index: 0 }),
    event("message_delta", { delta: { stop_reason: stop }, usage: { output_tokens: 97 } }),
    event("message_stop", {}),
  ];
};

/** OpenAI's Chat Completions, and of everybody who follows them. */
export const chat = (parts) => [
  ": PROCESSING",
  ...parts.map(
    (content) =>
      `data: ${JSON.stringify({ object: "chat.completion.chunk", choices: [{ index: 0, delta: { content }, finish_reason: null }] })}`,
  ),
  `data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}`,
  `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 812, completion_tokens: 97, total_tokens: 909 } })}`,
  "data: [DONE]",
];

/** OpenAI's Responses. */
export const responses = (parts) => {
  const event = (type, data) => `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}`;
  return [
    event("response.created", { response: { id: "resp_1", status: "in_progress" } }),
    ...parts.map((delta) => event("response.output_text.delta", { delta })),
    event("response.completed", { response: { status: "completed", usage: { input_tokens: 812, output_tokens: 97 } } }),
  ];
};

/** Google's Gemini. */
export const gemini = (parts) =>
  parts.map((text, at) => {
    const last = at === parts.length - 1;
    const candidate = { content: { role: "model", parts: [{ text }] }, ...(last ? { finishReason: "STOP" } : {}) };
    const usageMetadata = { promptTokenCount: 812, candidatesTokenCount: 97 };
    return `data: ${JSON.stringify({ candidates: [candidate], usageMetadata })}`;
  });

/** Ollama's own format: one object on each line. */
export const ollama = (parts) => [
  ...parts.map((content) => JSON.stringify({ message: { role: "assistant", content }, done: false })),
  JSON.stringify({
    message: { role: "assistant", content: "" },
    done: true,
    done_reason: "stop",
    prompt_eval_count: 812,
    eval_count: 97,
  }),
];

export const WIRES = {
  anthropic: { events: anthropic, end: "\n\n", type: "text/event-stream" },
  chat: { events: chat, end: "\n\n", type: "text/event-stream" },
  responses: { events: responses, end: "\n\n", type: "text/event-stream" },
  gemini: { events: gemini, end: "\r\n\r\n", type: "text/event-stream" },
  ollama: { events: ollama, end: "\n", type: "application/x-ndjson" },
};

/** Sends an answer in one piece. */
export const whole = (wire, parts, options) => (one, response, headers) => {
  response.writeHead(200, { ...headers, "Content-Type": WIRES[wire].type });
  response.end(sse(WIRES[wire].events(parts, options), WIRES[wire].end));
};

/** Sends an answer cut at every so many bytes: within events, within characters. */
export const pieces =
  (wire, parts, { size = 7, delay = 0, options } = {}) =>
  async (one, response, headers) => {
    response.writeHead(200, { ...headers, "Content-Type": WIRES[wire].type });
    const bytes = Buffer.from(sse(WIRES[wire].events(parts, options), WIRES[wire].end));
    for (let at = 0; at < bytes.length; at += size) {
      if (response.destroyed) return;
      response.write(bytes.subarray(at, at + size));
      await (delay ? pause(delay) : new Promise(setImmediate));
    }
    response.end();
  };

/** An error with a JSON body. */
export const refusal =
  (status, body, more = {}) =>
  (one, response, headers) => {
    response.writeHead(status, { ...headers, "Content-Type": "application/json", ...more });
    response.end(JSON.stringify(body));
  };
