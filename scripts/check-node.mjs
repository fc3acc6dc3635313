// Loaded before a script's own TypeScript, in syntax that every Node understands: says plainly what is needed.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This project runs on Node 22.18 or newer, and this is ${process.version}. On Linux its dependencies bring Node 24: ` +
      'run "npx -y pnpm@12.21.0 install" first; elsewhere install Node 24.',
  );
  process.exit(1);
}
