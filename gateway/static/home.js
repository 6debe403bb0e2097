// The home page's one control: the chat in the reader's own colour. Everything else is the widget.
"use strict";
const colour = document.getElementById("accent");
const note = document.getElementById("accent-note");
colour.addEventListener("change", () => {
  const chat = document.querySelector("signpost-chat");
  const again = chat.cloneNode(false); // a colour is read when the chat is put into the page
  again.setAttribute("accent", colour.value);
  chat.replaceWith(again);
  note.textContent = "The chat on this page shows it. A colour that is hard to read is corrected.";
});
