// A form shows the words of the canned reply that was picked; these buttons put them into the text to the client, where
// they are read, changed and approved like any other words. Nothing but that text is ever sent.

const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set;

function write(message, text) {
  setValue.call(message, text);
  message.dispatchEvent(new Event("input", { bubbles: true }));
  message.focus();
}

function button(label, act) {
  const element = document.createElement("button");
  element.type = "button";
  element.className = "btn btn-default canned-reply-button";
  element.textContent = label;
  element.addEventListener("click", act);
  return element;
}

function offer(words) {
  const message = words.closest("form")?.querySelector('textarea[id$="-clientMessage"]');
  if (!message || message.disabled) return;
  const field = words.closest(".fjs-form-field");
  if (field.querySelector(".canned-reply-button")) return;
  const shown = () => field.querySelector("pre.canned-reply").textContent;
  field.append(
    button("Use as the text", () => write(message, shown())),
    button("Add to the text", () => write(message, [message.value, shown()].filter(Boolean).join("\n"))),
  );
}

new MutationObserver(() => document.querySelectorAll("pre.canned-reply").forEach(offer)).observe(document, {
  childList: true,
  subtree: true,
});
