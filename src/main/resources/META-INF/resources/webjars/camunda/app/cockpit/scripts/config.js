import { app, csrfCookieName } from "../../../lib/switchboard.js";

export default { app: app("Cockpit"), csrfCookieName };
