/** Called by Next.js once in each process that serves, before its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next.js writes the word in while it builds, and leaves the rest out elsewhere.
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { resumeGenerationAtStart } = await import('./lib/resume-generation-at-start')
  resumeGenerationAtStart()
  const { checkModelAtStart } = await import('./lib/check-model-at-start')
  void checkModelAtStart()
  const { runReadingsAtStart } = await import('./lib/run-readings-at-start')
  runReadingsAtStart()
}
