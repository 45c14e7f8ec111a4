import type { Translation } from '#platform/text.ts';
import type { zhCN } from './moves.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'move.title': 'Where the declaration goes',
  'move.route': 'Goes to',
  'move.now': 'Now with',
  'move.rule': 'By the rule',
  'move.directed': 'By the rule it would go to {rule}; the city office directed it to {body}',
  'move.kept':
    'By the rule as it is now it would go to {rule}; its review had begun, and the city office left it with {body}',
  'move.held': 'The register has changed: the next assessment goes to {body}, this one stays with {held}',
  'move.stage': 'State',
  'move.unit': 'Unit',
  'move.enterprise': 'Enterprise',
  'move.campaign': 'Campaign',
  'move.register': 'Register',
  'move.list': 'Moves',
  'move.none':
    'It was never moved. A change of affiliation, division or supervising body is kept here, and so is a direction of the city office.',
  'move.when': 'When',
  'move.from': 'Before',
  'move.to': 'After',
  'move.why': 'Why',
  'move.by': 'By',
  'move.change': 'See the change',
  'move.cause.register-change': 'Change of the register',
  'move.cause.direction': 'Directed elsewhere',
  'move.cause.direction-withdrawn': 'Direction taken back',
  'move.did.unchanged': 'stays with {to}',
  'move.did.unknown': 'stays with {to}',
  'move.did.expects': 'goes to {to}',
  'move.did.moves': 'went from {from} to {to}, waits there anew',
  'move.did.carried': 'its review went from {from} to {to}, waits there anew',
  'move.did.kept': 'its review had begun, stays with {to}',
  'move.did.stays': '{to} finishes this assessment, the change counts from the next one',
  'move.edition.switches': 'takes the standard of the new industry',
  'move.edition.carries':
    'takes the standard of the new industry; {dropped} answers without a counterpart were set aside',
  'move.edition.stays': 'the class rests on the standard before',
  'move.basis': 'Basis: {basis}',
  'move.review': 'How far the body before had come',
  'move.review.text': '{body} {person}: {state}, {verdicts} items examined',
  'move.review.class': 'proposed class {class}, score {printed} ({person})',
  'move.review.supervision': 'Daily supervision: {text}',
  'move.review.opinion': 'Opinion: {text}',
  'move.review.state.reviewing': 'under review',
  'move.review.state.proposed': 'class proposed',
  'move.review.state.signed': 'signed',
  'move.stage.not-started': 'Not started',
  'move.stage.in-hand': 'With the enterprise',
  'move.stage.to-sign': 'To be signed by the manager',
  'move.stage.not-assessed': 'Not assessed',
  'move.stage.waiting': 'Submitted, review not begun',
  'move.stage.in-review': 'Under review',
  'move.stage.transmitted': 'Transmitted to the city office',
  'move.stage.decided': 'Class decided',

  'move.direct': 'Direct elsewhere',
  'move.direct.body': 'To',
  'move.direct.reason': 'Reason',
  'move.direct.basis': 'Basis',
  'move.direct.basisHint': 'Title or number of the document, minutes of the meeting.',
  'move.direct.submit': 'Direct',
  'move.direct.first':
    'This declaration no longer follows the rule but goes to the body chosen; the enterprise and both bodies see reason and basis.',
  'move.direct.in-hand': 'It was not submitted yet: it will be submitted to the body chosen.',
  'move.direct.waiting': 'It was submitted and its review has not begun: the review goes there and waits anew.',
  'move.direct.in-review':
    'Its review has begun: it goes there and starts anew; the opinion so far is kept on record, verdicts on items go along.',
  'move.direct.done': 'Directed',
  'move.take-back': 'Take the direction back',
  'move.take-back.first': 'The declaration goes to {body} again, by the rule.',
  'move.take-back.second': 'If it was submitted, its review goes there too and waits anew.',
  'move.take-back.done': 'The direction was taken back',
  'move.why.title': 'Goes to {body}',

  'command.declaration.move': 'Moved a declaration',
  'command.declaration.direct': 'Directed a declaration to another body',
  'command.declaration.take-back-direction': 'Took a direction back',
  'command.review.move': 'Moved a review',

  'move.sameBody': 'The declaration is with this body already. Choose another one.',
  'move.tooLate':
    'It was transmitted to the city office and cannot go elsewhere. From the next assessment the new route counts.',
  'move.notDirected': 'The declaration was not directed anywhere; it goes by the rule.',
  'move.choiceMissing':
    'The review of {units} has begun. Choose whether it stays or goes to the new body, then approve.',
  'move.noEdition':
    '“{campaign}” has no standard for the new industry, so the industry of {unit} cannot change. Refuse it, or let the city office do it before the next assessment.',
  'move.industryOpen.to-sign':
    'The declaration of {unit} waits for its signature, so the industry cannot change. Have the enterprise call it back, then approve.',
  'move.industryOpen.waiting':
    'The declaration of {unit} was submitted, so the industry cannot change. Have the enterprise withdraw it, then approve.',
  'move.industryOpen.in-review':
    'The declaration of {unit} is under review, so the industry cannot change. Have the body return it for correction, then approve.',
  'move.industryOpen.transmitted':
    'The review of {unit} was transmitted, so the industry cannot change. Approve it once the class is decided; the next assessment takes the new standard.',
};
