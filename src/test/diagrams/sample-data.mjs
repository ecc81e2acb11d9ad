/** What the forms show in the pictures. */
export const sampleData = {
  decision: 'approve',
  title: 'Export of orders to a spreadsheet',
  client: 'Harbour Bakery',
  clientId: 'C-7',
  consentWarning: 'This client has opted out: nothing can be sent to them until they text START.',
  draftWarning: 'The client wrote a text after this draft was made: M-12, at the end of the conversation.',
  triageNote: 'These words seem to be about R-1041, which is closed: say below whether they go on with it.',
  earlierRequest: 'R-1041 · Export of orders · closed on 2026-02-27',
  continues: 'earlier',
  conversation: {
    text: [
      '2026-03-02 09:14  client',
      'Hi, every Monday I copy all orders of the week by hand into a spreadsheet for my accountant. '
        + 'Could you add an export? <b>Thanks!</b> **really**',
      '',
      '2026-03-02 09:21  client',
      'It takes me two hours, so the sooner the better.'
    ].join('\n')
  },
  clientName: 'Harbour Bakery',
  contactName: 'Ana',
  contactRole: 'Owner',
  phone: '+15550100001',
  otherPhones: '+15550100002',
  otherContacts: 'Ben, CTO, +15550100003',
  channels: ['sms'],
  newClientName: '',
  newContactName: '',
  services: ['development', 'design'],
  consentProof: 'Ticked "text me" on the signed contract of 2026-03-01',
  confidence: 0.87,
  requestType: 'feature',
  urgency: 'normal',
  sentiment: 'neutral',
  language: 'en',
  draftedBy: 'offline template prd-1',
  notes: { text: 'anna · 2026-03-02T10:00:00.000Z\nThey called too: it is about the tax return.' },
  cannedReplies: [{ label: 'Thanks, on it', value: 'Thanks, Ana! We look into it.' }],
  cannedReply: '',
  prd: {
    markdown: [
      '# Weekly export of orders', '', '## Problem', '> every Monday I copy all orders of the week by hand', '',
      '## Requirements', '1. The owner can download the orders of any week as CSV.', '2. The file opens in a spreadsheet.', '',
      '| Field | From |', '| --- | --- |', '| Number | order |', '| Total | order |', '',
      '<script>alert(1)</script><a href="javascript:alert(1)">a link</a> <img src="x" onerror="alert(1)">'
    ].join('\n')
  },
  clientMessage: 'Thank you! We wrote down what you need and will start on the export of your orders.',
  bugReport: {
    title: 'Order totals are wrong in the weekly overview',
    markdown: '## Steps\n1. Open the weekly overview\n2. Compare with the orders\n\n## Expected\nThe totals match.'
  },
  repository: '',
  labels: 'bug',
  assignee: '',
  duplicates: { text: '#41 Totals differ between list and overview (open since 2026-02-11)' },
  missing: 'page, device, since when',
  sources: { text: 'Message of 2026-01-20: "exports are planned for spring"' },
  closeReason: 'not_planned',
  undeliveredReason: 'The text was not delivered (Twilio 30005). The number is unknown or no longer in service: check the contact\'s number.'
};
