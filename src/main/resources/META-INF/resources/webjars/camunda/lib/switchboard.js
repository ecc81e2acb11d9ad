// Shared by the config.js of the engine's four web applications, which load it before they start.

/** The dashboard's own token is called XSRF-TOKEN; application.yml gives this name to the engine's. */
export const csrfCookieName = "ENGINE-XSRF-TOKEN";

export const app = (name) => ({ name, vendor: "Switchboard" });

// There is one sign-in for everything. Where an application would show its own, whose end point is closed,
// this loads the application again, and the server sends whoever has no session to /login and back.
let asking = false;
setInterval(async () => {
  if (asking || !location.hash.startsWith("#/login")) return;
  asking = true;
  const answer = await fetch("/camunda/api/admin/auth/user/default", { redirect: "manual" }).catch(() => null);
  if (answer?.status === 401) location.replace(location.pathname);
  else asking = false;
}, 500);
