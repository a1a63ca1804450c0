import type { Page } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import type { WithIdle } from './page-ready'
import { expect } from './test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Each colour scheme once, and once wide and once narrow. */
const COMBINATIONS = [
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
] as const
/** The narrowest, phones, tablets and wider screens: breakpoints lie between all of them. */
const WIDTHS = [320, 360, 375, 384, 390, 400, 412, 768, 1024, 1280, 1600]
const HEIGHT = 800
const expectSoft = expect.configure({ soft: true })

/** The screen as it stands has no violation, in light and dark, wide and narrow, and scrolls sideways at no width. */
export async function check(page: Page, screen: string, except: readonly string[] = []): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: HEIGHT })
    // What is placed by script, as an open menu is, follows the width a moment later.
    await expectSoft.poll(() => overflowOf(page), `${screen}, ${width} px scrolls sideways`).toBeLessThanOrEqual(0)
  }
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  for (const { colorScheme, width } of COMBINATIONS) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: HEIGHT })
    expect.soft(await violationsOn(page, except), `${screen}, ${colorScheme}, ${width} px`).toEqual([])
  }
}

/** In pixels. */
const overflowOf = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

function violationsOn(page: Page, except: readonly string[]): Promise<string[]> {
  const options: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    rules: Object.fromEntries(except.map((rule) => [rule, { enabled: false }])),
    // Of what is well nothing is told, which spares half of the work.
    resultTypes: ['violations'],
    preload: false,
  }
  return page.evaluate(findViolations, options)
}

/** In the page, once what changed last is drawn; what moves is brought to its end. */
async function findViolations(options: RunOptions): Promise<string[]> {
  const isEnding = (animation: Animation) =>
    animation.playState === 'running' && animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY
  await new Promise((done) => (window as unknown as WithIdle).whenIdle(done))
  for (const animation of document.getAnimations()) if (isEnding(animation)) animation.finish()
  // Base UI's guards take the focus only to hand it on at once.
  const context = { exclude: ['[data-base-ui-focus-guard]'] }
  const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options)
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 400)} ${failureSummary}`).join(' | ')}`,
  )
}
