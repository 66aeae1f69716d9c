/** A table with every column that is understood and one row to show how, as a spreadsheet program opens it. */
export function templateFile(): string {
  const columns: [heading: string, example: string][] = [
    ["Name / 이름 (en)", "Citizenship clinic (example, delete this row)"],
    ["이름 (ko)", "시민권 신청 상담 (보기이니 이 행은 지우세요)"],
    ["What help (en)", "We go through the form together."],
    ["설명 (ko)", "서류를 함께 봅니다."],
    ["Organization", "Example Center"],
    ["Phone", "213-555-0123 x4"],
    ["Languages", "Korean; English"],
    ["Interpreter", "Spanish"],
    ["Document languages", "Korean"],
    ["Need", "Citizenship"],
    ["Who can come", "Anyone"],
    ["What to bring", "Green card"],
    ["Cost", "Free"],
    ["Hours", "Mon-Fri 9:00-17:00; Sat 10:00-14:00"],
    ["Closed", "2026-12-25; 2027-01-01"],
    ["Time zone", "America/Los_Angeles"],
    ["Website", "https://example.org"],
    ["E-mail", "help@example.org"],
    ["Area served", "Los Angeles County"],
    ["Address", "900 Example Avenue"],
    ["City", "Los Angeles"],
    ["State", "CA"],
    ["ZIP", "90006"],
    ["Country", "US"],
    ["Accessibility", "Step-free; Parking"],
    ["Status", "active"],
  ];
  const line = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return `\ufeff${line(columns.map(([heading]) => heading))}\r\n${line(columns.map(([, example]) => example))}\r\n`;
}
