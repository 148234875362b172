/** Who the cooperative is, as it is told to authorities: name and address in Vietnamese, ward and province by their codes. */
export const COOPERATIVE = {
  name: 'Hợp tác xã cây ăn trái Bàu Nghé',
  brand: 'Bàu Nghé',
  address: 'Khu phố Bàu Nghé, phường Phước Long, thành phố Đồng Nai',
  wardCode: '25217',
  provinceCode: '75',
} as const;
