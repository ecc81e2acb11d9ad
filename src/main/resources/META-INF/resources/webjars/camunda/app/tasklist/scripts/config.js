import "./canned-replies.js";
import { app, csrfCookieName } from "../../../lib/switchboard.js";

export default {
  app: app("Tasklist"),
  csrfCookieName,
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: "ctrl+alt+c", description: "claims the open task" },
    focusFilter: { key: "ctrl+shift+f", description: "goes to the first filter" },
    focusList: { key: "ctrl+alt+l", description: "goes to the first task" },
    focusForm: { key: "ctrl+alt+f", description: "goes to the first field of the form" },
  },
};
