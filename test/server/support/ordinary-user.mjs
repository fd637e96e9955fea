// Loaded before a program: it runs as an ordinary user, also where root runs the tests.
if (process.getuid() === 0) {
  process.setgroups([]);
  process.setgid(65534);
  process.setuid(65534);
}
