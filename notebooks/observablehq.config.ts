import { page } from "./src/kit/page-frame.js";

export default { ...page, interpreters: { ".ts": [process.execPath, "--import", "tsx"] } };
