import pages from "../../../app/i18n/messages/ko";
import { withParticle } from "../../../app/i18n/particle";
import type { Words } from "./words";

export const ko: Words = {
  lang: "ko",
  demonstration: pages.shell.demonstration,
  cancelled: "취소됨",
  draft: "초안",
  role: (role) => pages.role[role],
  yourTime: (when) => `내 지역 시간: ${when}`,
  invitation: ({ organization, short, invitedBy, role, until }) => ({
    subject: `${short}에서 초대했어요`,
    before: [
      `${organization}에서 Hamkke(함께)로 초대했어요. 여러 단체가 달력과 할 일을 함께 보는 곳이에요.`,
      ...(invitedBy ? [`초대한 사람: ${invitedBy}`] : []),
      `역할: ${role}`,
    ],
    button: "초대 보기",
    after: [
      `${until}까지, 이 이메일 주소로 한 번만 쓸 수 있는 링크예요.`,
      "무슨 초대인지 모르겠다면 이 메일을 지워 주세요. 아무 일도 일어나지 않아요.",
    ],
  }),
  signInLink: {
    subject: "로그인 링크를 보내 드려요",
    before: ["이 링크로 로그인해요. 한 시간 안에 한 번만 쓸 수 있어요."],
    button: "로그인하기",
    after: ["요청하지 않은 링크라면 이 메일을 지워 주세요. 누르지 않으면 아무 일도 일어나지 않아요."],
  },
  passwordReset: {
    subject: "새 비밀번호를 정하는 링크예요",
    before: ["이 링크로 새 비밀번호를 정해요. 한 시간 안에 한 번만 쓸 수 있고, 다른 기기에서는 모두 로그아웃돼요."],
    button: "새 비밀번호 정하기",
    after: ["요청하지 않은 링크라면 이 메일을 지워 주세요. 비밀번호는 그대로예요."],
  },
  passwordChanged: {
    subject: "비밀번호가 바뀌었어요",
    before: ["계정의 비밀번호가 바뀌었어요."],
    button: "로그인하기",
    after: [
      "직접 바꾼 것이 아니라면, 지금 바로 로그인 페이지에서 새 비밀번호 링크를 받아 주세요. 다른 기기에서는 모두 로그아웃돼요.",
    ],
  },
  addressCurrent: ({ newAddress }) => ({
    subject: "이메일 주소를 바꾸시나요?",
    before: [
      `계정의 이메일 주소를 바꾸려고 해요. 새 주소: ${newAddress}`,
      "여기에서 한 번, 새 주소로 보낸 링크에서 한 번 확인해 주세요. 두 링크 모두 하루 안에 한 번만 쓸 수 있어요.",
    ],
    button: "바꿀 내용 보기",
    after: ["직접 바꾸려던 것이 아니라면 확인하지 말고 비밀번호를 바꿔 주세요."],
  }),
  addressNew: {
    subject: "새 이메일 주소를 확인해 주세요",
    before: [
      "Hamkke(함께) 계정의 이메일 주소를 이 주소로 바꾸려고 해요.",
      "여기에서 한 번, 쓰던 주소로 보낸 링크에서 한 번 확인해 주세요. 두 링크 모두 하루 안에 한 번만 쓸 수 있어요.",
    ],
    button: "바꿀 내용 보기",
    after: ["요청하지 않은 메일이라면 지워 주세요."],
  },
  addressChanged: {
    subject: "이메일 주소가 바뀌었어요",
    before: ["계정의 이메일 주소가 바뀌었어요. 이제 이 주소로는 메일을 보내지 않아요."],
    button: "로그인하기",
    after: ["직접 바꾼 것이 아니라면 지금 바로 소속 단체의 관리자에게 알려 주세요."],
  },
  reminder: (day) => ({
    subject: { today: "오늘 모임이 있어요", tomorrow: "내일 모임이 있어요", later: "곧 모임이 있어요" }[day],
    before: [],
    button: "모임 열기",
    after: ["정확한 장소와 오는 길 안내는 모임 페이지에 있어요."],
    why: "이 모임을 만들거나 고쳤거나, 이 모임에서 봉사하기로 해서 보내 드려요.",
    unsubscribe: "모임 알림 그만 받기",
  }),
  digest: ({ short }) => ({
    subject: `${withParticle(short, "와/과", "ko")} 함께하는 한 주`,
    before: [],
    button: "달력 열기",
    after: [],
    why: `${short} 구성원에게 한 주에 한 번 보내 드려요.`,
    unsubscribe: "한 주 소식 그만 받기",
    thisWeek: "이번 주",
    newFromPartners: "연대 단체의 새 모임",
    waitsForYou: "기다리고 있는 일",
    drafts: "앞으로 3주 안의 초안:",
    hostings: (count) => `다른 단체가 함께 열자고 한 모임이 ${count}개 있어요.`,
    hostingsLink: "함께 여는 모임 보기",
    invitations: (count) => `아직 받아들이지 않은 초대가 ${count}개 있어요.`,
    members: "초대한 사람 보기",
  }),
  hosting: ({ owner, part, mayEdit, occurrences }) => ({
    subject: `${owner}에서 모임에 초대했어요`,
    before: [
      part === "co_host"
        ? `${owner}에서 이 모임을 함께 열자고 초대했어요.`
        : `${owner}에서 이 모임을 함께 알려 달라고 초대했어요.`,
      ...(occurrences > 1 ? [`모두 ${occurrences}회예요. 한 번에 답해요.`] : []),
    ],
    button: "초대 보기",
    after: [
      ...(mayEdit ? ["수락하면 우리 단체 편집자가 모임 내용을 고칠 수 있어요."] : []),
      "수락하면 어떻게 되는지 그 페이지에서 보고, 수락하거나 거절할 수 있어요. 우리 단체에 공개되었다면 정확한 장소도 볼 수 있어요.",
    ],
  }),
  hostingAnswered: ({ host, accepted }) => ({
    subject: accepted ? `${host}에서 수락했어요` : `${host}에서 거절했어요`,
    before: [
      accepted
        ? `${host}에서 초대를 수락했어요. 이제 우리 단체와 함께 이름이 보여요.`
        : `${host}에서 초대를 거절했어요. 따로 공개하지 않았다면 이제 이 모임을 볼 수 없어요.`,
    ],
    button: "모임 열기",
    after: [],
  }),
  servicesDue: ({ short, due }) => ({
    subject: due === 0 ? `${short}: 고쳐 달라는 제안이 있어요` : `${short}: 아직 맞는 정보인가요?`,
    before: [
      "사람들이 여기에서 도움 받을 곳을 찾아요. 하나씩 전화 등으로 확인한 뒤, 아직 맞는 것을 눌러 주세요.",
      "링크를 여는 것만으로는 아무것도 바뀌지 않아요. 열린 페이지에서 단추를 눌러야 해요. 바뀐 것이 있으면 그 페이지에서 고칠 수 있어요.",
    ],
    button: "확인할 것 모두 보기",
    after: [],
    why: `${short}에서 올린 도움 받을 곳을 맡고 있어서 보내 드려요.`,
    unsubscribe: "이 메일 그만 받기",
    believed: (day) => `${day}까지 믿을 수 있는 정보`,
    neverVerified: "아직 아무도 확인하지 않았어요",
    stillTrue: (name) => `아직 맞아요: ${name}`,
    suggestions: (count) => `답을 기다리는 제안이 ${count}개 있어요.`,
  }),
  suggestionAnswered: ({ accepted, name }) => ({
    subject: accepted ? "보내 주신 제안대로 고쳤어요" : "보내 주신 제안은 반영되지 않았어요",
    before: [
      ...(name ? [`제안하신 곳: ${name}`] : ["도움 받을 곳 한 곳을 고쳐 달라고 제안하셨어요."]),
      accepted
        ? "이제 제안하신 대로 나와요. 덕분에 다른 분들이 바른 정보를 찾아요. 고맙습니다."
        : "지금 내용을 그대로 두기로 했어요. 그래도 알려 주셔서 고맙습니다.",
    ],
    button: "도움 받을 곳 열기",
    after: ["제안한 적이 없다면 이 메일을 지워 주세요. 주소는 남겨 두지 않아요."],
  }),
  itemsDue: ({ count }) => ({
    subject: `함께할 일: ${count}가지가 기다리고 있어요`,
    before: ["답을 기다리거나 기한이 다가오거나 지난 일이에요. 지금 상태만 알려 주셔도 다른 단체에 도움이 돼요."],
    button: "함께할 일 보기",
    lettersButton: "공동 서한 보기",
    after: ["모든 일을 통틀어 하루에 한 통까지만 보내 드려요."],
    why: "맡으신 일이거나, 단체에서 아직 맡은 사람이 없는 일이거나, 단체의 서명 담당이라서 보내 드려요.",
    unsubscribe: "이 메일 그만 받기",
    states: {
      ...{ asked: "답 없음", askedLate: "답 없음, 기한 지남", late: "기한 지남", soon: "곧 기한" },
      ...{ sign: "서명 부탁", signLate: "서명 부탁, 기한 지남" },
    },
    due: (when) => `기한: ${when}`,
    part: ({ organization, lead }) => `우리 몫: ${organization}, 이끄는 단체: ${lead}`,
    signature: ({ organization, lead }) => `${organization} 이름으로 서명할 공동 서한, 이끄는 단체: ${lead}`,
  }),
  settings: "받을 메일과 시간 정하기",
  signup: {
    confirmed: {
      coming: { subject: "모임 참가 신청이 되었어요", text: "자리가 있어요." },
      waiting: {
        subject: "대기자로 신청되었어요",
        text: "자리가 다 찼거나 먼저 기다리는 분이 있어요. 함께 오는 분 모두의 자리가 나면 다시 알려 드려요.",
      },
    },
    promoted: { subject: "자리가 났어요", text: "기다리던 모임에 자리가 났어요." },
    cancelled: { subject: "모임이 취소되었어요", text: "신청하신 모임이 취소되었어요." },
    changed: { subject: "모임이 바뀌었어요", text: "신청하신 모임은 이제 다음과 같이 열려요." },
    of: (organization, seats) => `신청한 단체: ${organization}, ${seats}명.`,
    button: "신청 보기, 고치기, 취소하기",
    secret: "이 링크가 있으면 신청을 고칠 수 있어요. 직접 신청한 것이 아니라면 링크에서 취소해 주세요.",
    deleted: (day) => `신청에 대한 내용은 ${day}에 모두 삭제돼요.`,
  },
};
