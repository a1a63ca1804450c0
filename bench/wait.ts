import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

const LIMIT_MS = 60_000

/** Until the first page is there: any answer with status 200. */
export async function untilItAnswers(url: string, child: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline && child.exitCode === null; await wait(20)) {
    const status = await fetch(url).then(
      (response) => response.status,
      () => 0,
    )
    if (status === 200) return
  }
  throw new Error(`${url} does not answer.`)
}
