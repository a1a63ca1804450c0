import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

it.each([[['folder', 'text.md', '--dept', 'key']], [['folder', 'text.md', '--depth', 'deep']], [['folder']]])(
  'npm run record says in one line how it is used, and exits with 2: %j',
  (args) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'scripts/record-replies.ts', ...args],
      { encoding: 'utf8' },
    )
    expect({ status, stdout, lines: stderr.trim().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 })
    expect(stderr).toContain('Usage: npm run record -- FOLDER FILES…')
  },
)
