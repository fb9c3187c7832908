// Gives every figure that tests measured, under the heading that it stands under in the document on validation.

import { fileOf, groupsIn, recordedFigures } from "./read-record.js";

process.stdout.write(JSON.stringify(groupsIn(fileOf("docs/validation.md"), recordedFigures())));
