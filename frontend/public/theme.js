// For pages without the application: the theme that was chosen in it, before the first paint.
try {
  const theme = localStorage.getItem("guildhall.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // A browser that keeps nothing follows the system.
}
