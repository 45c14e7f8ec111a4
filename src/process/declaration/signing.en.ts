import type { Translation } from '#platform/text.ts';
import type { zhCN } from './signing.zh-CN.ts';

export const en: Translation<typeof zhCN> = {
  'signing.hand-over': 'Hand over for signature',
  'signing.hand-over.text':
    'The manager then checks, signs and submits. Nothing can be changed until then; to change something, take it back.',
  'signing.hand-over.to': 'To be signed by {names}',
  'signing.hand-over.complete': 'Everything is complete and can be handed over.',
  'signing.hand-over.other': 'What you hand over has to be signed by another manager.',
  'signing.hand-over.nobody':
    'You are the only manager, so nobody could sign what you hand over. Have a colleague hand it over, then sign it.',
  'signing.handed-over': 'Handed over, waiting for the manager’s signature',
  'signing.only': 'Yours is the only account in use: you check, sign and submit in one act.',
  'signing.waits-staff': 'Sign once a colleague has handed it over.',
  'signing.call-back': 'Take back',
  'signing.call-back.first': 'The declaration opens again for changes; the manager no longer sees it as waiting.',
  'signing.call-back.second': 'Hand it over again when it is changed.',
  'signing.called-back': 'Taken back, open for changes',
  'signing.next.fill': 'Fill in the form and the assessment, check, and hand over for signature',
  'signing.next.correct': 'Correct it as returned and hand it over again',
  'signing.task.check': 'Check and hand over',
  'signing.task.ready': 'Can be handed over',
  'signing.next.sign': 'Check, then sign and submit, or send back for changes',
  'signing.next.wait': 'Sign and submit',
  'signing.who.manager': 'The enterprise’s manager',
  'signing.waiting':
    'Handed over by {name} at {at}, waiting for a signature (by {signers}). Nothing can be changed until then.',
  'signing.unsigned.manager': '{name} sent it back for changes: {remark}',
  'signing.unsigned.revision':
    'It is no longer handed over. {remark} Check and complete it by the standard in force, then hand it over again.',

  'signing.page.title': 'Check and sign',
  'signing.page.open': 'Check and sign',
  'signing.page.intro':
    'Check everything below. Signing submits it to the receiving body; it cannot be changed then, only withdrawn until the review begins.',
  'signing.page.handed-over': 'Handed over',
  'signing.page.handed-over.by': '{name}, {at}',
  'signing.page.conclusions': 'Mandatory and veto items',
  'signing.page.mandatory': 'Mandatory items',
  'signing.page.veto': 'Veto items',
  'signing.page.read': 'Read',
  'signing.page.none-of': 'The standard has none.',
  'signing.page.all-met': 'All {count} are met.',
  'signing.page.unmet': '{unmet} of {count} are not met:',
  'signing.page.deductions': 'Points lost ({count} items, {points} points)',
  'signing.page.deductions.none': 'No points are lost.',
  'signing.page.deductions.reason': 'Reason',
  'signing.page.deductions.lost': 'Lost',
  'signing.page.deductions.item': 'Item',
  'signing.page.na': 'Not applicable ({count} items)',
  'signing.page.na.none': 'No item is given as not applicable.',
  'signing.page.unanswered': '{open} of {count} are not answered yet.',
  'signing.page.no-score': 'Known once every item is answered',
  'signing.page.not-waiting': 'This declaration does not wait for a signature.',
  'signing.page.not-you': 'You handed it over yourself; another manager has to sign it. To change it, take it back.',

  'signing.sign': 'Sign and submit',
  'signing.sign.as': 'Signed by: {name}.',
  'signing.sign.name': 'If the name is wrong, correct it under “Our accounts” first.',
  'signing.sign.confirm.first': 'Signed in the name of {name} and submitted to {body}.',
  'signing.statement': 'Statement of truth',
  'signing.statement.text':
    'I have checked the above. We declare that what is submitted and the evidence are true and complete, and answer for any falsification.',
  'signing.send-back': 'Send back for changes',
  'signing.send-back.first': 'The declaration opens again; the staff change it and hand it over again.',
  'signing.send-back.remark': 'What is to be changed',
  'signing.sent-back': 'Sent back for changes',

  'signing.receipt.signer': 'Signed by',
  'signing.receipt.clerk': 'Handed over by',
  'signing.receipt.single': 'A single account, whose person did everything',
  'signing.history.by': 'signed by {signer}',
  'signing.history.both': 'signed by {signer}, handed over by {clerk}',

  'declaration.waitsForSignature':
    'It was handed over for signature and cannot be changed. To change something, take it back first.',
  'declaration.notHandedOver': 'It does not wait for a signature now. Load the page again.',
  'declaration.handOverFirst':
    'Several accounts of your enterprise are in use: a colleague hands it over first, then another person signs.',
  'declaration.youHandedItOver':
    'You handed it over yourself; another manager has to sign it. If there is none, take it back and have a colleague hand it over.',
  'declaration.onlyAccount': 'Yours is the only account in use: sign and submit at once.',
  'declaration.nobodyElseSigns':
    'Nobody but you can sign for your enterprise. Have a colleague hand it over, or make another manager under “Our accounts”.',
};
