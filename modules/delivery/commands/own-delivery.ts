import { chooseAddressInput, chooseDeliveryInput } from '#contract/delivery.ts'
import { command } from '#engine/store/command.ts'
import { person } from '#modules/directory/index.ts'
import { keepChoices } from '../queries/choices.ts'

/** How a person is told outside the product; their own matter and no entry. */
export const chooseDelivery = command({
  name: 'delivery.choose-delivery',
  label: { zh: '设置接收方式', en: 'Choose how to be told' },
  input: chooseDeliveryInput,
  right: { always: true },
  async run(call, choices) {
    await keepChoices(call, choices)
    return { kept: true }
  },
})

/** Where a person is reached; only they and the administrator change it, and the history shows that, masked. */
export const chooseAddress = command({
  name: 'delivery.choose-address',
  label: { zh: '修改本人联系方式', en: 'Change one’s own addresses' },
  input: chooseAddressInput,
  right: { always: true },
  async run(call, addresses) {
    const own = await call.find(person, { field: 'id', is: call.actor.person })
    call.move(person, own, 'setAddress', addresses)
    return { kept: true }
  },
  // The request is kept by its hash alone.
  keeps: () => ({ kept: true }),
})
