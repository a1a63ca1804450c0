import { spawn } from 'node:child_process'
import { root } from './paths.mjs'

const running = new Set()

/**
 * Runs a program to its end. `show: true` lets it write to this terminal; otherwise its output is kept and returned.
 * Never throws: a program that cannot be started ends with code 127.
 */
export function runCommand(program, args, { show = false, ...options } = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      ...options,
    })
    running.add(child)
    let output = ''
    let stdout = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text
      output += text
    })
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
    const end = (code) => {
      running.delete(child)
      done({ code, stdout, output })
    }
    child.on('error', (error) => {
      output += String(error)
      end(127)
    })
    child.on('close', (code) => end(code ?? 1))
  })
}

export const runNode = (args, options) => runCommand(process.execPath, args, options)

/** For scripts in TypeScript: `server-only` must resolve as it does inside the server. */
export const withServerCondition = (env = process.env) => ({
  ...env,
  NODE_OPTIONS: `${env.NODE_OPTIONS ?? ''} --conditions=react-server`.trim(),
})

/** What was started ends with this process. */
export function stopRunning(signal = 'SIGTERM') {
  for (const child of running) child.kill(signal)
}
