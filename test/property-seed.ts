import fc from 'fast-check'

// Every property draws from one seed, which the run prints: what failed once fails again.
fc.configureGlobal({ seed: Number(process.env.TEST_SEED) })
