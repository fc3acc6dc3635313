/** One style sheet for the consent page and the control page: black like the platform, plainly marked as a sandbox. */
export const pageStyles = `
:root { color-scheme: light dark; --page: #f4f4f5; --card: #fff; --ink: #161823; --soft: #55565f; --line: #d8d8dd; --accent: #d3153f; --accent-ink: #fff; --mark: #0b6e6b; }
@media (prefers-color-scheme: dark) { :root { --page: #0b0b0d; --card: #161823; --ink: #f5f5f6; --soft: #b3b4bb; --line: #34353f; --accent: #ff6f8c; --accent-ink: #1a0209; --mark: #25f4ee; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
header { background: #000; color: #fff; padding: .75rem 1rem; display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; }
header strong { font-size: 1.05rem; }
header span { color: #25f4ee; font-size: .85rem; }
main { max-width: 40rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
main.wide { max-width: 72rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; }
p { margin: 0 0 1rem; }
.soft { color: var(--soft); font-size: .9rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 0 0 1rem; }
fieldset { border: 1px solid var(--line); border-radius: 12px; background: var(--card); margin: 0 0 1rem; padding: .5rem 1rem 1rem; min-width: 0; }
legend { font-weight: 600; padding: 0 .4rem; }
.choice { display: flex; gap: .75rem; align-items: flex-start; padding: .6rem 0; border-top: 1px solid var(--line); cursor: pointer; }
.choice:first-of-type { border-top: 0; }
.choice input { width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; accent-color: var(--accent); flex: none; }
.choice b { display: block; font-weight: 600; }
.scroll { max-height: 22rem; overflow: auto; }
.actions { display: flex; flex-wrap: wrap; gap: .75rem; position: sticky; bottom: 0; background: var(--page); padding: .75rem 0; }
button { font: inherit; font-weight: 600; min-height: 2.9rem; padding: .5rem 1.25rem; border-radius: 8px; border: 1px solid var(--line); background: var(--card); color: var(--ink); cursor: pointer; }
.actions button { flex: 1 1 8rem; }
button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: 0 0 .4rem; }
th, td { text-align: left; padding: .4rem .6rem .4rem 0; border-top: 1px solid var(--line); vertical-align: top; }
.wrap { overflow-x: auto; }
.grid { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)); }
label.field { display: block; margin: 0 0 .6rem; font-size: .9rem; }
label.field input, label.field select { display: block; width: 100%; font: inherit; padding: .45rem .5rem; border: 1px solid var(--line); border-radius: 6px; background: var(--page); color: var(--ink); }
code { font-size: .85em; overflow-wrap: anywhere; }
`;
