// The only script of the page. It applies the kept theme before the application is there, starts it, and says so when
// it breaks.
import start from "{{bindgen}}";

const theme = localStorage.getItem("guildhall.theme");
if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;

const sayBroken = () => {
  document.getElementById("skeleton")?.remove();
  document.getElementById("crashed").hidden = false;
};
const onFailure = (error) => error instanceof WebAssembly.RuntimeError && sayBroken();
addEventListener("error", (event) => onFailure(event.error));
addEventListener("unhandledrejection", (event) => onFailure(event.reason));

start({ module_or_path: "{{wasm}}" }).catch((error) => {
  console.error(error);
  sayBroken();
});
