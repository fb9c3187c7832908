import { page } from "./src/components/page-frame.js";

export default page;
