import { catalogue } from '#platform/text.ts';

/** What a person reads when a file cannot be taken: the cause, then the cure. */
export const filesText = catalogue(
  {
    'file.empty': '文件是空的（0 字节）。请检查原文件后重新上传。',
    'file.tooLarge': '文件超过 {limitMb} MB。请压缩或拆分后再上传。',
    'file.typeForbidden': '不接受这种文件（按内容识别为 {found}）。可以上传：{allowed}。',
    'file.heic':
      '这是 HEIC 照片，多数电脑打不开。请在手机“设置 - 相机 - 格式”里选“兼容性最佳”后重拍，或在手机上把照片另存为 JPEG 再传。可以上传：{allowed}。',
    'file.typeUnknown': '认不出这是什么文件。可以上传：{allowed}；只改扩展名没有用，请用原来的软件另存为这些格式。',
    'file.truncated': '{found} 文件不完整，末尾部分缺失。请确认原文件能正常打开，再重新上传。',
    'file.cutOff': '上传中断，没有保存任何内容。请重新上传。',
  },
  {
    'file.empty': 'The file is empty (0 bytes). Check the original and upload it again.',
    'file.tooLarge': 'The file is larger than {limitMb} MB. Compress or split it and upload it again.',
    'file.typeForbidden': 'This kind of file is not accepted (its content is {found}). You can upload: {allowed}.',
    'file.heic':
      'This is an HEIC photograph, which most computers cannot open. Choose “Most compatible” under Settings – Camera – Formats on the phone and take it again, or save it as JPEG. You can upload: {allowed}.',
    'file.typeUnknown':
      'It is not clear what kind of file this is. You can upload: {allowed}. Renaming does not help: save it in one of these formats.',
    'file.truncated':
      'The {found} file is incomplete, its end is missing. Make sure that the original opens and upload it again.',
    'file.cutOff': 'The upload was interrupted and nothing was kept. Upload the file again.',
  },
);
