/** Options of Node that leave a CPU profile of a server in the folder that BENCH_PROFILE names; none when it is not set. */
export function profiling(): readonly string[] {
  const folder = process.env['BENCH_PROFILE']
  return folder ? ['--cpu-prof', '--cpu-prof-dir', folder] : []
}
