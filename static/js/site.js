// Everything here is a convenience: each page works without it.
import { watchCopying } from "./copying.js";
import { watchDialogs } from "./dialogs.js";
import { watchKeys } from "./keys.js";
import { watchMessages } from "./messages.js";
import { watchReading } from "./reading.js";

watchMessages(document);
watchDialogs(document);
watchCopying(document);
watchKeys(document);
watchReading(document);
