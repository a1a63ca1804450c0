/** A document of a learner with definitions, lists, dates and numbers, which the engine handles best. */
export const OWN_TITLE = 'Notes on bees'
export const OWN_TEXT = `# Notes on bees

## The colony

A honey bee colony has three castes: the queen, the workers and the drones. The queen lays up to 2,000 eggs a day.
A worker lives about six weeks in summer. The drone is the male bee of the colony.

## Making honey

Honey is a sweet food that bees make from nectar. Bees store honey in wax cells. Four things decide the taste of honey:

- the flowers
- the soil
- the weather
- the season

## A short history

Karl von Frisch described the waggle dance in 1927. He received the Nobel Prize in 1973. Tracy Bingham patented
the bee smoker in 1878. The first honey bees arrived in Virginia in 1622.
`
