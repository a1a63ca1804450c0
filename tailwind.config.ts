import type { Config } from 'tailwindcss'

// Colours, type, space and motion stand in app/tokens.css; app/globals.css makes utilities of them.
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
} satisfies Config
