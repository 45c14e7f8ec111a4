import { catalogue } from '#platform/text.ts';

/** What a person reads when a workbook cannot be read: the cause, then the cure. */
export const documentsText = catalogue(
  {
    'xlsx.tooLarge': '工作簿超过 {limitMb} MB。请删去图片和多余的工作表，或分成几个文件。',
    'xlsx.empty': '文件是空的（0 字节）。请检查原文件后重新上传。',
    'xlsx.csv':
      '这是 CSV 文本文件。请在 Excel 或 WPS 中把信用代码等列设为“文本”，另存为“Excel 工作簿（*.xlsx）”后再上传。',
    'xlsx.notAZip':
      '这个文件不是 Excel 工作簿（.xlsx）。请在 Excel 或 WPS 中打开原文件，另存为“Excel 工作簿（*.xlsx）”后再上传；只改扩展名没有用。',
    'xlsx.oldFormat': '这是 {found} 格式的工作簿。请在 Excel 或 WPS 中打开，另存为“Excel 工作簿（*.xlsx）”后再上传。',
    'xlsx.encrypted': '工作簿设有打开密码。请去掉密码后再上传。',
    'xlsx.notAWorkbook': '这个文件不是 Excel 工作簿（内容是 {found}）。请上传 .xlsx 工作簿。',
    'xlsx.broken': '工作簿已损坏，或上传不完整。请确认它能在 Excel 或 WPS 中打开，另存一份后再上传。',
    'xlsx.noSheet': '工作簿中没有工作表。请使用下载的模板填写。',
    'xlsx.bomb': '文件展开后异常庞大，已停止读取。请把需要的内容复制到新的工作簿中再上传。',
    'xlsx.tooManyRows': '工作表“{sheet}”有 {rows} 行，最多可读 {limit} 行。请分成几个文件上传。',
    'xlsx.tooManyCells': '工作簿中有内容的单元格超过 {limit} 个。请删去多余的列和工作表，或分成几个文件。',
    'xlsx.timeout': '工作簿在 {seconds} 秒内没有读完，已停止。请删去多余的内容，或分成几个文件。',
  },
  {
    'xlsx.tooLarge':
      'The workbook is larger than {limitMb} MB. Remove pictures and sheets that are not needed, or split it.',
    'xlsx.empty': 'The file is empty (0 bytes). Check the original and upload it again.',
    'xlsx.csv':
      'This is a CSV text file. In Excel or WPS, format columns such as the credit code as text, save it as "Excel workbook (*.xlsx)" and upload that.',
    'xlsx.notAZip':
      'This file is not an Excel workbook (.xlsx). Open the original in Excel or WPS, save it as "Excel workbook (*.xlsx)" and upload that; renaming does not help.',
    'xlsx.oldFormat':
      'This workbook is in the format {found}. Open it in Excel or WPS, save it as "Excel workbook (*.xlsx)" and upload that.',
    'xlsx.encrypted': 'The workbook needs a password to open. Remove the password and upload it again.',
    'xlsx.notAWorkbook': 'This file is not an Excel workbook (it is {found}). Upload an .xlsx workbook.',
    'xlsx.broken':
      'The workbook is damaged or was uploaded only in part. Make sure that it opens in Excel or WPS, save a copy and upload that.',
    'xlsx.noSheet': 'The workbook has no worksheet. Fill in the template that can be downloaded.',
    'xlsx.bomb':
      'The file unpacks to an abnormal size, so reading was stopped. Copy what is needed into a new workbook and upload that.',
    'xlsx.tooManyRows':
      'The sheet "{sheet}" has {rows} rows, at most {limit} can be read. Split it into several files.',
    'xlsx.tooManyCells':
      'The workbook has more than {limit} cells with content. Remove columns and sheets that are not needed, or split it.',
    'xlsx.timeout':
      'The workbook was not read within {seconds} s, so reading was stopped. Remove what is not needed, or split it.',
  },
);
