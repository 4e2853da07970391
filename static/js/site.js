// Everything here is a convenience: each page works without it.
import { watchCopying } from "./copying.js";
import { watchDialogs } from "./dialogs.js";
import { watchKeys } from "./keys.js";
import { watchMessages } from "./messages.js";
import { watchPicture } from "./picture.js";
import { watchReading } from "./reading.js";

watchMessages(document);
watchDialogs(document);
watchCopying(document);
watchKeys(document);
watchReading(document);
watchPicture(document);
