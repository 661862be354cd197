// The only script of the page. It applies the kept theme before the application is there, then starts it.
import start from "{{bindgen}}";

const theme = localStorage.getItem("guildhall.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

start({ module_or_path: "{{wasm}}" }).catch((error) => {
  console.error(error);
  document.getElementById("skeleton")?.remove();
  document.getElementById("crashed").hidden = false;
});
